/** The plugin's own health call belongs to no service; on the channel it goes by this name. */
export const HEALTH_SERVICE = 'health';
export const HEALTH_METHOD = 'check';
