export default { displayName: 'paper', preset: '@bourse/sdk' };
