/** A parsed file before it is validated. */
export type RawDocument = { readonly [field: string]: unknown }

/** Pure; keeps every field it does not know. `to` is always `from + 1`. */
export type Migration = {
  readonly from: number
  readonly to: number
  readonly migrate: (document: RawDocument) => RawDocument
}
