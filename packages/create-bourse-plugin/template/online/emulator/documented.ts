import { json, UndocumentedRequest, type Answer, type Call, type Route } from '@bourse/sdk/emulator';

/** A path that the institution documents, with the parameters that it takes. */
export function documented<Scenario>(
  path: string,
  parameters: readonly string[],
  answer: (call: Call, scenario: Scenario) => Answer,
): Route<Scenario, unknown> {
  return {
    method: 'GET',
    path,
    answer: (call, world) => {
      //#if credentials
      const isRight = call.header('x-api-key') === world.credentials.apiKey;
      call.judge(isRight ? 'valid' : 'invalid');
      if (!isRight) return json({ error: 'unknown key' }, { status: 401 });
      //#end
      const strange = [...call.query.keys()].find((name) => !parameters.includes(name));
      if (strange !== undefined)
        throw new UndocumentedRequest(`no parameter "${strange}"`, json({}, { status: 400 }));
      return answer(call, world.scenario);
    },
  };
}

/** One page of some items, and the number of the next one; `null` behind the last page. */
export function pageOf<Item>(call: Call, items: readonly Item[], size: number) {
  const page = Number(call.query.get('page') ?? '1');
  const nextPage = page * size < items.length ? page + 1 : null;
  return { items: items.slice((page - 1) * size, page * size), nextPage };
}

/** Whether a day is one that is asked for. */
export function isAskedFor({ query }: Call, day: string): boolean {
  return day >= (query.get('from') ?? '') && day <= (query.get('to') ?? '9999-12-31');
}
