import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { assertNever } from '@core/lib/assert-never'
import type { VoteMethod } from '@core/model/vote'
import { STANCES, methodWords } from '@core/text/ballot-words'
import { useT } from '../../shared/i18n/use-t'
import type { Translate } from '../../shared/i18n/use-t'

interface BallotPreviewProps {
  readonly question: string
  readonly method: VoteMethod
  readonly options: readonly { readonly id: string; readonly text: string }[]
}

/** More rows than a small picture shows; the rest is said in words. */
const MOST_ROWS = 7
const MOST_CIRCLES = 6

const Circles = ({ count }: { readonly count: number }) => (
  <span className="preview-dots">
    {Array.from({ length: Math.min(count, MOST_CIRCLES) }, (_, index) => (
      <span key={index} />
    ))}
  </span>
)

const Stepper = ({ children }: { readonly children: ReactNode }) => (
  <span className="preview-stepper">
    <IconMinus size={13} stroke={2} />
    {children}
    <IconPlus size={13} stroke={2} />
  </span>
)

const Figures = ({ name }: { readonly name?: string }) => (
  <span className="preview-figures">
    {name === undefined ? null : <span className="preview-scale">{name}</span>}
    {[1, 2, 3, 4, 5].map((figure) => (
      <span key={figure}>{figure}</span>
    ))}
  </span>
)

/** What stands beside a line of the ballot to answer it. */
const answerOf = (method: VoteMethod, t: Translate): ReactNode => {
  switch (method.name) {
    case 'dots':
      return (
        <Stepper>
          <Circles count={method.cap} />
        </Stepper>
      )
    case 'approval':
      return <span className="preview-box" />
    case 'ranking':
      return <span className="preview-box preview-place" />
    case 'rating':
      return <Figures />
    case 'effort-effect':
      return (
        <span className="preview-pair">
          <Figures name={t('ballot:scale.effort.name')} />
          <Figures name={t('ballot:scale.effect.name')} />
        </span>
      )
    case 'consent':
      return (
        <span className="preview-stances">
          {STANCES.map((stance) => (
            <span key={stance}>{t(`ballot:stance.${stance}.name`)}</span>
          ))}
        </span>
      )
    case 'share-100':
      return (
        <Stepper>
          <span>0</span>
        </Stepper>
      )
    default:
      return assertNever(method)
  }
}

const isWide = ({ name }: VoteMethod): boolean => name === 'rating' || name === 'effort-effect' || name === 'consent'

/** The ballot as it will look on a phone. A picture: nothing in it can be pressed. */
export const BallotPreview = ({ question, method, options }: BallotPreviewProps) => {
  const t = useT()
  const shown = options.slice(0, MOST_ROWS)
  const rest = options.length - shown.length
  return (
    <figure className="ballot-preview" role="img" aria-label={t('vote:preview.label', { count: options.length })}>
      <div aria-hidden="true">
        <p className="preview-question" dir="auto">
          {question}
        </p>
        <p className="preview-left">{methodWords(t, method, Math.max(1, options.length))}</p>
        <ol className="preview-options" data-wide={isWide(method) || undefined}>
          {shown.map((option) => (
            <li key={option.id}>
              <span className="preview-text" dir="auto">
                {option.text}
              </span>
              {answerOf(method, t)}
            </li>
          ))}
        </ol>
        {rest > 0 ? <p className="preview-left">{t('vote:preview.rest', { count: rest })}</p> : null}
        <p className="preview-button">{t('vote:preview.hand')}</p>
      </div>
    </figure>
  )
}
