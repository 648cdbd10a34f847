export default { displayName: 'portfolio', preset: '../sdk/jest-preset.cjs' };
