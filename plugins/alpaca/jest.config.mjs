export default { displayName: 'alpaca', preset: '@bourse/sdk' };
