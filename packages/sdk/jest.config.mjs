export default { displayName: 'sdk', preset: './jest-preset.cjs' };
