import type { Step } from '@core/model/step'
import { stepMinutes } from '@core/rules/agenda-time'
import { stepClock } from '@core/rules/step-clock'
import { labelText } from '../../shared/i18n/label'
import { useT } from '../../shared/i18n/use-t'
import { Strip } from '../../shared/look/progress'
import { useNow } from '../../shared/replica/react'
import { clockFigures, stripTone } from './agenda'
import { PlaceFrame } from './place-body'
import { PlaceHeader } from './place-header'
import { StepButton, useStepWords } from './step-header'
import './talk.css'

/** A step without a board: a round of talk, a break. The question in large, and how long there is. */
export const TalkPlace = ({ step }: { readonly step: Step }) => {
  const t = useT()
  const words = useStepWords(step.id)
  const clock = stepClock(step, useNow(1000))
  const lead = step.instruction === undefined ? t(`shell:talk.lead.${step.kind}`) : labelText(t, step.instruction)
  return (
    <PlaceFrame
      header={
        <PlaceHeader
          kicker={words?.kicker}
          title={labelText(t, step.label)}
          lead={lead}
          actions={<StepButton stepId={step.id} />}
        />
      }
    >
      <div className="talk">
        {step.question === undefined ? null : <p className="talk-question">{labelText(t, step.question)}</p>}
        {clock === null ? (
          <p className="talk-minutes">{t('shell:talk.minutes', { count: stepMinutes(step) })}</p>
        ) : (
          <div className="talk-clock" data-tone={stripTone(clock.tone)}>
            <p className="talk-figures" aria-hidden="true">
              {clockFigures(clock.left)}
            </p>
            <Strip share={clock.share} tone={stripTone(clock.tone)} />
          </div>
        )}
      </div>
    </PlaceFrame>
  )
}
