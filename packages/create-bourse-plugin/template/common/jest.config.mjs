export default { displayName: 'acme', preset: '@bourse/sdk' };
