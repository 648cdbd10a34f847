export default { displayName: 'cli', preset: '../sdk/jest-preset.cjs' };
