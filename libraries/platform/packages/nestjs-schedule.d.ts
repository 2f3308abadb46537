// @nestjs/schedule: a decorated method is started at its time, whether the run before has ended or not.

/** @eos overlaps decorated */
export function Cron(time: any, options?: any): any;
/** @eos overlaps decorated */
export function Interval(...when: any[]): any;
export function Timeout(...when: any[]): any;
export const ScheduleModule: any;
export const CronExpression: any;
export const SchedulerRegistry: any;
export type SchedulerRegistry = any;
