export type Parsed<Value> = { readonly value: Value } | { readonly problem: string };
