import type { Lab } from '../model/lab'
import type { ReportModel } from './model'

/** What stands on the cover and at the foot of every report of a lab. */
export const coverMeta = (lab: Lab | undefined): ReportModel['meta'] => ({
  authors: lab?.authors ?? [],
  organisations: [...(lab?.organisations ?? []), ...(lab?.partners ?? [])],
  funderNotice: lab?.funderNotice ?? null,
  logos: lab?.logos ?? [],
})
