/** What makes the folder of a new plugin, for the command and for generators. */
export type { Answers, Need, TemplateType } from './answers/answers.js';
export { completeAnswers } from './answers/complete-answers.js';
export type { Wishes } from './answers/complete-answers.js';
export { renderPlugin } from './files/render-plugin.js';
export type { PluginFiles } from './files/render-plugin.js';
export { takenIds } from './names/taken-ids.js';
export { Refusal, REFUSAL_CODES } from './refusal.js';
export type { RefusalCode } from './refusal.js';
