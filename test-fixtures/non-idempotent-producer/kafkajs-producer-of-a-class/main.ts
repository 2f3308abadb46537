// preset: strict
import { Forwarder } from './forwarder';

await new Forwarder().start();