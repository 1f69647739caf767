import { IconFolder } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { ProblemNote } from '../outcomes/problem-note'
import { FolderPick } from './folder-pick'
import { isOfFolder } from './use-plan'
import type { PlanState } from './use-plan'

interface FolderFieldProps {
  readonly plan: PlanState
  /** Null: the usual one. */
  readonly folder: string | null
  readonly onChoose: (folder: string | null) => void
}

/** Where the files go. */
export const FolderField = ({ plan: { plan, failure }, folder, onChoose }: FolderFieldProps) => {
  const t = useT()
  const now = folder ?? plan?.folder
  return (
    <section className="report-folder" aria-label={t('reportPlace:folder.label')}>
      <p className="small">
        <IconFolder size={17} stroke={1.75} aria-hidden="true" />
        <span>{now === undefined ? null : t('reportPlace:folder.now', { folder: now })}</span>
      </p>
      <ProblemNote failure={isOfFolder(failure) ? failure : null} />
      <div className="actions">
        <FolderPick onFolder={onChoose} />
        {folder === null ? null : (
          <Button size="small" kind="quiet" onClick={() => onChoose(null)}>
            {t('reportPlace:folder.usual')}
          </Button>
        )}
      </div>
    </section>
  )
}
