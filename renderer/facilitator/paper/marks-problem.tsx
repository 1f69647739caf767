import { assertNever } from '@core/lib/assert-never'
import type { Failure } from '@core/protocol/failures'
import type { Translate } from '../../shared/i18n/use-t'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import type { MarkProblem } from './entry-model'
import type { Entry } from './use-entry'

const ruleWords = (t: Translate, failure: Failure): string => {
  switch (failure.code) {
    case 'too-many-dots':
      return t('paper:marks.tooMany', failure.params)
    case 'too-many-on-one':
      return t('paper:marks.tooManyOnOne', failure.params)
    default:
      return t(`errors:${failure.code}.what`, failure.params)
  }
}

const wordsOf = (t: Translate, problem: MarkProblem): string => {
  switch (problem.kind) {
    case 'rule':
      return ruleWords(t, problem.failure)
    case 'place-twice':
      return t('paper:marks.placeTwice', { place: problem.place })
    case 'place-missing':
      return t('paper:marks.placeMissing', { place: problem.place })
    case 'half':
      return t('paper:marks.half')
    case 'out-of-range':
      return t('paper:marks.outOfRange', { most: problem.most })
    default:
      return assertNever(problem)
  }
}

/** Why what stands on the slip does not count, and the way to take it in all the same. */
export const MarksProblem = ({ entry, onInvalid }: { readonly entry: Entry; readonly onInvalid: () => void }) => {
  const t = useT()
  const { problem, failure } = entry
  if (problem === null && failure === null) return null
  const what = problem === null ? (failure === null ? '' : ruleWords(t, failure)) : wordsOf(t, problem)
  const more =
    problem === null && failure !== null ? t(`errors:${failure.code}.do`, failure.params) : t('paper:marks.do')
  return (
    <div id="marks-problem" className="notice notice-bad" role="alert">
      <p>
        <b>{what}</b> {more}
      </p>
      {problem === null ? null : (
        <div className="actions">
          <Button size="small" onClick={onInvalid}>
            {t('paper:marks.enterInvalid')}
          </Button>
        </div>
      )}
    </div>
  )
}
