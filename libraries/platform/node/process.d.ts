// The process, by import.

declare const process: NodeJS.Process;
export = process;
