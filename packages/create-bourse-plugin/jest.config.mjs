export default { displayName: 'create', preset: '../sdk/jest-preset.cjs' };
