import { html, type Answer } from '@bourse/sdk/emulator';

/** The page of a scheduled maintenance; clients know it by the element `under-const-content`. */
export function maintenancePage(): Answer {
  return html(
    '<!doctype html><html><head><title>DEGIRO</title></head><body><div id="under-const-content">' +
      '<h1>Scheduled maintenance</h1><p>We are back on Sunday at 18:00.</p></div></body></html>',
    { status: 405 },
  );
}

/** What the content delivery network answers to whom it does not want. */
export function blockedPage(status: number): Answer {
  return html('<!doctype html><html><head><title>Blocked</title></head><body>Blocked</body></html>', {
    status,
  });
}
