import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import type { ManifestRule } from '../manifest-rule.js';
import { checkSetting } from '../settings/check-setting.js';

/** The defaults of the settings fit the schema that they stand in, and required settings exist. */
export const checkSettingsSchema: ManifestRule = ({ settings }) => {
  if (settings === undefined) return [];
  const { properties, required = [] } = settings;
  const missing = required.filter((name) => !Object.hasOwn(properties, name)).map(missingRequired);
  const defaults = Object.entries(properties).flatMap(([name, setting]) =>
    setting.default === undefined
      ? []
      : checkSetting(setting, setting.default).map((fault) => unfitDefault(name, fault)),
  );
  return [...missing, ...defaults];
};

function missingRequired(name: string): Finding {
  const message = `The required setting "${name}" is not described.`;
  return error(
    'SETTINGS_SCHEMA_INVALID',
    message,
    { path: 'settings.required' },
    'Describe it under "properties".',
  );
}

function unfitDefault(name: string, fault: { path: string; message: string }): Finding {
  const path = `${joinPath('settings.properties', name)}.default${fault.path}`;
  const message = `The default of the setting "${name}" does not fit: ${fault.message}`;
  return error('SETTINGS_SCHEMA_INVALID', message, { path }, 'Change the default or the schema.');
}
