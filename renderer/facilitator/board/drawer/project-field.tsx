import { useT } from '../../../shared/i18n/use-t'
import { Button } from '../../../shared/look/button'
import { useRecord } from '../../../shared/replica/react'
import { openMade } from '../state/use-making'

/** The innovation project that a card stands for: how far it is, and the way to it. */
export const ProjectField = ({ projectId }: { readonly projectId: string | undefined }) => {
  const t = useT()
  const project = useRecord('project', projectId)
  if (!project) return null
  return (
    <div className="field project-field">
      <span className="field-label">{t('board:project.name')}</span>
      <p>
        <b dir="auto">{project.title}</b>
      </p>
      <p>
        <span className="tag">{t(`board:project.state.${project.state}`)}</span>
      </p>
      <div className="actions">
        <Button size="small" onClick={() => openMade('project', project.id)}>
          {t('board:project.open')}
        </Button>
      </div>
    </div>
  )
}
