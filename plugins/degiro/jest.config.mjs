export default { displayName: 'degiro', preset: '@bourse/sdk' };
