export default { displayName: 'core', preset: '../sdk/jest-preset.cjs' };
