export { SecretSearch, type BlankingStream } from './secret-search.js';
export {
  blankOf,
  captureAnswer,
  MAX_CAPTURE_BODY,
  readsBody,
  type CapturableAnswer,
  type CapturedAnswer,
  type CapturedValue,
} from './capture.js';
