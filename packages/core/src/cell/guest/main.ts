import { FRAME_CONTENT, FRAME_JSON, decodeContentPayload, decodeTimedPayload } from '../channel/frame.js';
import { PROTOCOL_VERSION, type HostMessage } from '../channel/messages.js';
import { holds } from './belts.js';
import { receive, send } from './channel.js';
import { makeEndowments } from './endowments/index.js';
import { rawEndowments } from './endowments/raw.js';
import { Guest } from './guest.js';
import { openRealm } from './open-realm.js';
import { dropProcessPowers } from './process-powers.js';
import { closeRealm } from './realm.js';
import { crash } from './crash.js';

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);

const realm = holds('realm') ? closeRealm(holds('facades') ? makeEndowments : rawEndowments) : openRealm();
if (holds('powers')) dropProcessPowers();

const guest = new Guest(realm);
receive((kind, payload) => {
  if (kind === FRAME_JSON) return guest.handle(JSON.parse(payload.toString('utf8')) as HostMessage);
  if (kind === FRAME_CONTENT) {
    const { callId, bytes } = decodeContentPayload(payload);
    return guest.addContent(callId, bytes);
  }
  guest.addBytes(kind, decodeTimedPayload(payload));
});
send({ type: 'ready', protocol: PROTOCOL_VERSION });
