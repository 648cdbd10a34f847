export default { displayName: 'ibkr', preset: '@bourse/sdk' };
