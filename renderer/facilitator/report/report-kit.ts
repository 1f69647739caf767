import type { RequestArgs } from '@core/protocol/requests'

export type ExportAsk = RequestArgs<'export.run'>
export type Profile = ExportAsk['profile']
export type Format = ExportAsk['formats'][number]

export const PROFILES: readonly Profile[] = ['internal', 'participants', 'public']
export const FORMATS: readonly Format[] = ['html', 'md', 'csv', 'json']

/** The language of reports in this version. */
export const REPORT_LANG = 'en'
