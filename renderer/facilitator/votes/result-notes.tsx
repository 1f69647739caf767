import { IconShieldCheck } from '@tabler/icons-react'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import type { ResultView } from '@core/rules/result-model'
import { otherNotes } from '@core/charts/vote-facts'
import { useFormat } from '../app/use-format'
import { useResultWords } from './result-words'

const WHY_HIDDEN = /^result:(joined|overallOnly|hiddenLines)/

/** Why a voice is not shown alone, never with its number; then what else has to be known. */
export const ResultNotes = ({ result }: { readonly result: ResultView }) => {
  const t = useT()
  const { list } = useFormat()
  const { say } = useResultWords()
  const joined = result.groups.filter((group) => group.names.length > 1)
  const others = otherNotes(result).filter(({ key }) => !WHY_HIDDEN.test(key))
  const hidden = result.notes.filter(({ key }) => WHY_HIDDEN.test(key) && !key.startsWith('result:joined'))
  return (
    <>
      {joined.length + hidden.length === 0 ? null : (
        <div className="note vote-why">
          <IconShieldCheck size={22} stroke={1.75} aria-hidden="true" />
          <p>
            {joined.map((group) => (
              <span key={group.id}>
                <b>{t('vote:result.notAlone', { voices: list(group.names.map((name) => labelText(t, name))) })}</b>{' '}
                {t('vote:result.whyNotAlone', { k: result.k })}{' '}
              </span>
            ))}
            {hidden.map(say).join(' ')}
          </p>
        </div>
      )}
      {others.length === 0 ? null : <p className="small quiet vote-counted">{others.map(say).join(' ')}</p>}
    </>
  )
}
