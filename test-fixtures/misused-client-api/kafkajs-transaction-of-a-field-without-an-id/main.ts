import { Tariffs } from './tariffs';

await new Tariffs().load('a');