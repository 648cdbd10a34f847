export default { displayName: 'bitvavo', preset: '@bourse/sdk' };
