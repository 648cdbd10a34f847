// `npm start`: the main job in one go.
process.argv.splice(2, 0, 'demo');
await import('../bourse.mjs');
