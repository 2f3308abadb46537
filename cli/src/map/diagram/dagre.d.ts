// The package's own declarations import each other without extensions, which Node's resolution of modules cannot follow.
declare module '@dagrejs/dagre' {
  interface Size {
    readonly width: number;
    readonly height: number;
  }

  interface Place extends Size {
    readonly x: number;
    readonly y: number;
  }

  export class Graph {
    constructor(options: { readonly multigraph: boolean });
    setGraph(options: Readonly<Record<string, number | string>>): this;
    setNode(id: string, size: Size): this;
    setEdge(from: string, to: string, label: object, name: string): this;
    /** Centres, once the graph is laid out. */
    node(id: string): Place;
    edge(
      from: string,
      to: string,
      name: string,
    ): { readonly points: readonly { readonly x: number; readonly y: number }[] };
  }

  export function layout(graph: Graph): void;
}
