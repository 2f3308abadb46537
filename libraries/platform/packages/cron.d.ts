// cron 3 and 4; 2 has no `from`: a run is started at its time, whether the one before has ended or not.

export class CronJob {
  /** @eos overlaps 1 */
  constructor(time: any, tick: any, complete?: any, ...options: any[]);
  /** @eos overlaps 0.onTick */
  static from(options: any): CronJob;
  start(): void;
  stop(): void;
  [member: string]: any;
}
