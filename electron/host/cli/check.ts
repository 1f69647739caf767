import { failureOfStorage } from '../storage-failures'
import { noticesOf } from '../open-notices'
import { nodeFileSystem } from '../../storage/file-system'
import { checkSession } from '../../storage/check-session'
import type { Say } from './say'

/** Exit code 0: valid. 1: opens after recovery, and what is lost is said. 2: cannot be opened. Changes nothing. */
export const check = async (file: string, json: boolean, say: Say): Promise<number> => {
  const report = await checkSession(file, nodeFileSystem)
  const code = { valid: 0, recoverable: 1, unreadable: 2 }[report.verdict]
  if (report.verdict === 'unreadable') {
    const why = failureOfStorage(report.failure)
    if (json) say.line(JSON.stringify({ verdict: report.verdict, failure: why }))
    else say.problem('errors:cli.unreadable', { file, why: say.why(why) })
    return code
  }
  const notices = noticesOf(report.notices)
  const lost = 'failure' in report && report.failure ? failureOfStorage(report.failure) : null
  if (json) {
    const { verdict, records, lastSeq } = report
    const locked = 'locked' in report && report.locked
    say.line(JSON.stringify({ verdict, records, lastSeq, locked, notices, ...(lost ? { failure: lost } : {}) }))
    return code
  }
  say.line(say.words(`errors:cli.${report.verdict}`, { file, records: report.records }))
  if ('locked' in report && report.locked) say.line(`- ${say.words('errors:cli.locked')}`)
  for (const notice of notices) say.line(`- ${say.words(`errors:notice.${notice.code}`, notice.params)}`)
  if (lost) say.line(`- ${say.why(lost)}`)
  return code
}
