import { onlineAttack } from '../../online/online-attack.ts';
import { leaks } from '../../watch/harms.ts';

export const attack = onlineAttack({
  name: 'in-what-is-no-http',
  aim: 'reads the key of the user in the error about an answer that is broken',
  belt: 'an error of the parser is told by its code alone',
  control: {
    edits: {
      'core/dist/gateway/request/failure.js': [
        [
          "(${codeOf(error)}).`;\n    return new ProblemError({ code: 'MALFORMED_RESPONSE'",
          "(${codeOf(error)} ${error.data}).`;\n    return new ProblemError({ code: 'MALFORMED_RESPONSE'",
        ],
      ],
    },
  },
  answer: ({ headers }, response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nx y: ${String(headers['x-api-key'])}\r\n\r\n`);
  },
  script: `
    try { return await text(get('/read')) } catch (error) { return [error, error.cause, error.cause?.cause].map((each) => each?.message + ' ' + JSON.stringify(each)).join() }`,
  harm: (watch) => leaks(watch),
});
