export default {
  displayName: 'tools',
  preset: '../packages/sdk/jest-preset.cjs',
  testMatch: ['<rootDir>/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/lint/fixtures/'],
};
