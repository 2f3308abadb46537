CREATE TABLE ledger (
  id           BIGSERIAL PRIMARY KEY,
  order_id     TEXT NOT NULL,
  intent_id    TEXT NOT NULL,
  amount_cents BIGINT NOT NULL,
  posted_at    TIMESTAMPTZ NOT NULL DEFAULT now()
);

CREATE TABLE inbox (
  topic          TEXT NOT NULL,
  partition_id   INTEGER NOT NULL,
  message_offset BIGINT NOT NULL,
  PRIMARY KEY (topic, partition_id, message_offset)
);
