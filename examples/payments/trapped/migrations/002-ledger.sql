CREATE TABLE ledger (
  id           BIGSERIAL PRIMARY KEY,
  order_id     TEXT NOT NULL,
  intent_id    TEXT NOT NULL,
  amount_cents BIGINT NOT NULL,
  posted_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);
