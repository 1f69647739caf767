import type { TemplateCard } from '@core/protocol/views'
import { useDuration } from '../app/use-duration'
import { useT } from '../../shared/i18n/use-t'

type Words = {
  readonly name: (template: TemplateCard) => string
  readonly about: (template: TemplateCard) => string
  /** How many steps, how long. */
  readonly facts: (template: TemplateCard) => string
}

/** Names of templates: of those that come with the app by key, of one's own as they were given. */
export const useTemplateWords = (): Words => {
  const t = useT()
  const duration = useDuration()
  const facts = ({ steps, minutes }: TemplateCard): string =>
    steps === 0
      ? ''
      : t('home:template.facts', { steps: t('home:steps', { count: steps }), duration: duration(minutes) })
  return {
    name: ({ name, key }) => name ?? t(`boards:template.${key}.name`),
    about: (template) =>
      template.name === undefined
        ? t(`boards:template.${template.key}.about`)
        : t('home:steps', { count: template.steps }),
    facts,
  }
}
