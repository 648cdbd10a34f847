export { CassetteSchema, parseCassette, type Cassette } from './cassette.js';
export { CassettePlayer, playCassette } from './play-cassette.js';
export { CassetteRecorder, type RecorderOptions } from './record-cassette.js';
