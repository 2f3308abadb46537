/** Settings under librdkafka's own names. */
type Settings = Readonly<Record<string, unknown>>;

/** More requests than this a broker does not remember. */
const mostInFlight = 5;

const usualTimeout = 60_000;

/** Why librdkafka refuses to make a producer with these settings; undefined if it does not. */
export function conflictIn(settings: Settings): string | undefined {
  const isTransactional = settings['transactional.id'] !== undefined;
  const isIdempotent = settings['enable.idempotence'] === true || isTransactional;
  if (!isIdempotent) return undefined;
  if (settings['enable.idempotence'] === false) return '`transactional.id` requires `enable.idempotence=true`';
  return conflictWithIdempotence(settings) ?? (isTransactional ? conflictWithTransactions(settings) : undefined);
}

function conflictWithIdempotence(settings: Settings): string | undefined {
  if ((numberIn(settings, 'max.in.flight', 'max.in.flight.requests.per.connection') ?? 1) > mostInFlight) {
    return '`max.in.flight` must be set <= 5 when `enable.idempotence` is true';
  }
  if ((numberIn(settings, 'retries', 'message.send.max.retries') ?? 1) < 1) {
    return '`retries` must be set >= 1 when `enable.idempotence` is true';
  }
  const acks = settings['acks'] ?? settings['request.required.acks'] ?? 'all';
  const isAll = acks === -1 || acks === 'all';
  return isAll ? undefined : '`acks` must be set to `all` when `enable.idempotence` is true';
}

function conflictWithTransactions(settings: Settings): string | undefined {
  const lifetime = numberIn(settings, 'message.timeout.ms', 'delivery.timeout.ms');
  const timeout = numberIn(settings, 'transaction.timeout.ms') ?? usualTimeout;
  const isLonger = lifetime !== undefined && lifetime > timeout;
  return isLonger ? '`message.timeout.ms` must be set <= `transaction.timeout.ms`' : undefined;
}

function numberIn(settings: Settings, ...names: readonly string[]): number | undefined {
  return names.map((name) => settings[name]).find((value): value is number => typeof value === 'number');
}
