import { namesOf, type Entity } from './entity.ts';
import { fillTemplate, readTemplate } from './fill-template.ts';

const service = readTemplate('service');
const neighbourMethod = readTemplate('service-neighbour');
const foreignMethod = readTemplate('service-foreign');

/** What a service has only if its entity refers to another one. */
interface Reference {
  readonly imports: string;
  readonly parameters: string;
  readonly methods: string;
}

/**
 * Business logic over the repository, the neighbour's service and a model of another package. Where it forgets an
 * `await`, a linter for floating promises has something to find.
 */
export function writeService(entity: Entity, forgetsAwait: boolean): string {
  const references = [...neighbourOf(entity), ...foreignOf(entity)];
  return fillTemplate(service, {
    ...namesOf(entity),
    imports: references.map(({ imports }) => imports).join(''),
    parameters: references.map(({ parameters }) => parameters).join(''),
    methods: references.map(({ methods }) => methods).join(''),
    awaits: forgetsAwait ? '' : 'await ',
  });
}

function neighbourOf({ type, neighbour }: Entity): readonly Reference[] {
  if (neighbour === undefined) return [];
  return [
    {
      imports: `import type { ${neighbour.type}Service } from './${neighbour.name}-service.js';\n`,
      parameters: `\n    private readonly ${neighbour.name}Service: ${neighbour.type}Service,`,
      methods: fillTemplate(neighbourMethod, { Type: type, Neighbour: neighbour.type, neighbour: neighbour.name }),
    },
  ];
}

function foreignOf({ type, foreign }: Entity): readonly Reference[] {
  if (foreign === undefined) return [];
  return [
    {
      imports: `import type { ${foreign.type} as Foreign${foreign.type} } from '@shop/${foreign.domain}';\n`,
      parameters: '',
      methods: fillTemplate(foreignMethod, { Type: type, foreign: `Foreign${foreign.type}` }),
    },
  ];
}
