export default { displayName: 'ecb-rates', preset: '@bourse/sdk' };
