import { ProblemError, type AuthenticationService, type LogInAnswer, type PluginContext } from '@bourse/sdk';
import { SITE } from '../site/addresses.js';
import { send, type SiteAnswer } from '../site/request.js';
import type { Site } from '../site/site.js';
import { CodeSteps } from './code-steps.js';
import { readLoginAnswer, refused } from './login-answer.js';

const LOGIN = `${SITE}/login/secure/login`;

/** How often the site's own page asks whether the user has tapped. */
const POLL_AFTER_MILLISECONDS = 5_000;
/** After so long nobody is going to tap. */
const APPROVAL_MILLISECONDS = 5 * 60_000;

/** What every login sends beside user and password, which the host puts in. */
const BODY = { isPassCodeReset: false, isRedirectToMobile: false, queryParams: {} };

const LOGGED_IN: LogInAnswer = { outcome: 'LOGGED_IN' };

/** A login that waits for the user's tap in the app. */
interface Approval {
  readonly until: number;
  /** Wrong logins that the site counted at the first question; undefined before, `null` where it does not say. */
  failures: number | null | undefined;
}

/**
 * The login: user and password, then a code or a tap in the app. No login is tried twice, since a few wrong ones lock
 * the account.
 */
export class Login implements AuthenticationService {
  readonly #site: Site;
  readonly #signal: AbortSignal;
  readonly #codes: CodeSteps;
  #approval: Approval | undefined;

  constructor(site: Site, context: Pick<PluginContext<unknown>, 'storage' | 'signal'>) {
    this.#site = site;
    this.#signal = context.signal;
    this.#codes = new CodeSteps(context);
  }

  async logIn(): Promise<LogInAnswer> {
    this.#site.reset();
    this.#approval = undefined;
    const answer = readLoginAnswer(await this.#post('', {}));
    switch (answer.outcome) {
      case 'LOGGED_IN':
        return LOGGED_IN;
      case 'REFUSED':
        throw refused('user name or password', answer.failures);
      case 'CODE_NEEDED':
        return this.#sendOwnCode();
      case 'APPROVAL_NEEDED':
        this.#approval = { until: Date.now() + APPROVAL_MILLISECONDS, failures: undefined };
        return waitForApproval();
    }
  }

  async continueLogIn({
    method,
  }: Parameters<AuthenticationService['continueLogIn']>[0]): Promise<LogInAnswer> {
    if (method === 'IN_APP') return this.#askApproval();
    return this.#sendCode('GIVEN');
  }

  async logOut(): Promise<Record<never, never>> {
    this.#approval = undefined;
    await this.#site.logOut();
    return {};
  }

  /** With the key of the codes the host makes one itself; without it the user is asked. */
  async #sendOwnCode(): Promise<LogInAnswer> {
    await this.#codes.waitForNext();
    try {
      const answer = await this.#sendCode('COMPUTED');
      await this.#codes.remember();
      return answer;
    } catch (error) {
      if (!isMissingCredential(error)) {
        await this.#codes.remember();
        throw error;
      }
      return {
        outcome: 'SECOND_FACTOR_REQUIRED',
        method: 'TOTP',
        message: 'The code of your authenticator app.',
      };
    }
  }

  /** The member `code` tells the host which code to put in; the site ignores members that it does not know. */
  async #sendCode(code: 'COMPUTED' | 'GIVEN'): Promise<LogInAnswer> {
    const answer = readLoginAnswer(await this.#post('/totp', { code }));
    if (answer.outcome === 'LOGGED_IN') return LOGGED_IN;
    if (answer.outcome === 'REFUSED') throw refused('the code, or it was used before', answer.failures);
    throw unexpected();
  }

  /** While the user has not tapped, the site answers as it does to bad credentials. */
  async #askApproval(): Promise<LogInAnswer> {
    const approval = this.#approval;
    if (approval === undefined) throw notStarted();
    if (Date.now() > approval.until) {
      this.#approval = undefined;
      throw notApproved();
    }
    const answer = readLoginAnswer(await this.#post('/in-app', {}));
    if (answer.outcome === 'LOGGED_IN') {
      this.#approval = undefined;
      return LOGGED_IN;
    }
    if (answer.outcome !== 'REFUSED') throw unexpected();
    this.#checkCount(approval, answer.failures);
    return waitForApproval();
  }

  /** A count that grows from one question to the next is no waiting: the site takes them for wrong logins. */
  #checkCount(approval: Approval, failures: number | undefined): void {
    const former = approval.failures;
    approval.failures = failures ?? null;
    if (typeof former !== 'number' || failures === undefined || failures <= former) return;
    this.#approval = undefined;
    throw refused('the login that waited for your approval', failures);
  }

  #post(path: string, more: Readonly<Record<string, string>>): Promise<SiteAnswer> {
    return send(`${LOGIN}${path}`, { method: 'POST', body: { ...BODY, ...more }, signal: this.#signal });
  }
}

function waitForApproval(): LogInAnswer {
  return {
    outcome: 'SECOND_FACTOR_REQUIRED',
    method: 'IN_APP',
    message: 'Open the DEGIRO app on your phone and confirm the login.',
    pollAfter: POLL_AFTER_MILLISECONDS,
  };
}

function notApproved(): ProblemError {
  return new ProblemError({
    code: 'AUTH_SECOND_FACTOR_REQUIRED',
    message: 'The login was not confirmed in the DEGIRO app within five minutes.',
    remedy: 'Log in again with the phone at hand.',
  });
}

function notStarted(): ProblemError {
  return new ProblemError({
    code: 'INVALID_REQUEST',
    message: 'No login waits for a confirmation in the app.',
    remedy: 'Log in again.',
  });
}

function unexpected(): ProblemError {
  return new ProblemError({
    code: 'MALFORMED_RESPONSE',
    message: 'DEGIRO asks for another second factor than before.',
    remedy: 'Log in again.',
  });
}

/** The host has a code for it; errors of `fetch` are of no class of ours. */
function isMissingCredential(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CREDENTIAL_MISSING';
}
