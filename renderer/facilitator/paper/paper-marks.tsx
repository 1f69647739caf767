import { assertNever } from '@core/lib/assert-never'
import type { VoteMethod } from '@core/model/vote'
import { useT } from '../../shared/i18n/use-t'
import { STANCES } from '@core/text/ballot-words'

interface MarksProps {
  readonly method: VoteMethod
  readonly value: string
  readonly onSet: (value: string) => void
}

/** More circles than this stand as a figure only. */
const MOST_CIRCLES = 10
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

interface MarkButtonProps {
  readonly on: boolean
  readonly shape: 'circle' | 'box'
  readonly against?: boolean
  readonly children?: number | string
  readonly onClick: () => void
}

/** A mark as on paper, for the mouse; the field beside it is what the keyboard and screen readers use. */
const MarkButton = ({ on, shape, against = false, children, onClick }: MarkButtonProps) => (
  <button
    type="button"
    tabIndex={-1}
    className={`mark-button mark-${shape}${on ? ' on' : ''}${against ? ' against' : ''}`}
    onClick={onClick}
  >
    {children}
  </button>
)

const Dots = ({ method, value, onSet }: MarksProps & { readonly method: Extract<VoteMethod, { name: 'dots' }> }) => {
  const number = Number(value) || 0
  const against = Math.min(method.cap, method.negative ?? 0)
  if (method.cap + against > MOST_CIRCLES) return null
  const set = (next: number): void => onSet(next === number ? '' : String(next))
  return (
    <>
      {upTo(method.cap).map((count) => (
        <MarkButton key={count} shape="circle" on={number >= count} onClick={() => set(count)} />
      ))}
      {upTo(against).map((count) => (
        <MarkButton key={-count} shape="circle" against on={number <= -count} onClick={() => set(-count)} />
      ))}
    </>
  )
}

const Figures = ({ value, onSet }: Omit<MarksProps, 'method'>) =>
  upTo(5).map((figure) => (
    <MarkButton
      key={figure}
      shape="circle"
      on={value === String(figure)}
      onClick={() => onSet(value === String(figure) ? '' : String(figure))}
    >
      {figure}
    </MarkButton>
  ))

const Stances = ({ value, onSet }: Omit<MarksProps, 'method'>) => {
  const t = useT()
  return STANCES.map((stance, at) => (
    <span key={stance} className="mark-stance">
      <MarkButton
        shape="box"
        on={value === String(at + 1)}
        onClick={() => onSet(value === String(at + 1) ? '' : String(at + 1))}
      >
        {at + 1}
      </MarkButton>
      <span>{t(`ballot:stance.${stance}.name`)}</span>
    </span>
  ))
}

const Shown = ({ method, value, onSet }: MarksProps) => {
  switch (method.name) {
    case 'dots':
      return <Dots method={method} value={value} onSet={onSet} />
    case 'approval':
      return <MarkButton shape="box" on={value === '1'} onClick={() => onSet(value === '1' ? '' : '1')} />
    case 'rating':
    case 'effort-effect':
      return <Figures value={value} onSet={onSet} />
    case 'consent':
      return <Stances value={value} onSet={onSet} />
    case 'ranking':
    case 'share-100':
      return null
    default:
      return assertNever(method)
  }
}

/** The marks of one field as they stand on the paper. */
export const PaperMarks = (props: MarksProps) => (
  <span className="paper-marks" aria-hidden="true">
    <Shown {...props} />
  </span>
)
