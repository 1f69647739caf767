import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'

interface BallotPreviewProps {
  readonly question: string
  readonly options: readonly { readonly id: string; readonly text: string }[]
  readonly budget: number
  readonly cap: number
}

const Dots = ({ full, cap }: { readonly full: number; readonly cap: number }) => (
  <span className="preview-dots">
    {Array.from({ length: Math.min(cap, 6) }, (_, index) => (
      <span key={index} data-full={index < full || undefined} />
    ))}
  </span>
)

/** The ballot as it will look on a phone. A picture: nothing in it can be pressed. */
export const BallotPreview = ({ question, options, budget, cap }: BallotPreviewProps) => {
  const t = useT()
  return (
    <figure className="ballot-preview" role="img" aria-label={t('vote:preview.label', { count: options.length })}>
      <div aria-hidden="true">
        <p className="preview-question">{question}</p>
        <p className="preview-left">{t('vote:preview.left', { count: budget })}</p>
        <ol className="preview-options">
          {options.map((option) => (
            <li key={option.id}>
              <span>{option.text}</span>
              <span className="preview-stepper">
                <IconMinus size={13} stroke={2} />
                <Dots full={0} cap={cap} />
                <IconPlus size={13} stroke={2} />
              </span>
            </li>
          ))}
        </ol>
        <p className="preview-button">{t('vote:preview.hand')}</p>
      </div>
    </figure>
  )
}
