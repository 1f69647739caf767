import { useT } from '../../shared/i18n/use-t'
import { NumberField } from '../outcomes/number-field'
import type { VoteDraft } from './vote-draft'

interface VoteSettingsProps {
  readonly draft: VoteDraft
  readonly choose: (part: Partial<VoteDraft>) => void
  /** Slips are printed that say what is kept. */
  readonly locked: boolean
}

const LEAST_K = 3
const MOST_K = 50

/** Each setting with what it means in one sentence; all of them have a sound start. */
export const VoteSettings = ({ draft, choose, locked }: VoteSettingsProps) => {
  const t = useT()
  return (
    <section className="vote-section" aria-labelledby="vote-settings">
      <h2 id="vote-settings">{t('vote:settings.title')}</h2>
      <p className="quiet">{t('vote:settings.lead')}</p>
      <div className="vote-settings">
        <NumberField
          label={t('vote:settings.quorum')}
          hint={t('vote:settings.quorumHint')}
          value={draft.quorum}
          least={1}
          most={100}
          onChoose={(quorum) => choose({ quorum })}
        />
        <NumberField
          label={t('vote:settings.k')}
          hint={t('vote:settings.kHint')}
          value={draft.kRoom}
          least={LEAST_K}
          most={MOST_K}
          onChoose={(kRoom) =>
            kRoom === null ? undefined : choose({ kRoom, kPublic: Math.max(kRoom, draft.kPublic) })
          }
        />
        <NumberField
          label={t('vote:settings.kPublic')}
          hint={t('vote:settings.kPublicHint')}
          value={draft.kPublic}
          least={draft.kRoom}
          most={MOST_K}
          onChoose={(kPublic) => (kPublic === null ? undefined : choose({ kPublic }))}
        />
        <div className="field">
          <label className="tick">
            <input
              type="checkbox"
              checked={draft.keepBallots}
              disabled={locked}
              onChange={(event) => choose({ keepBallots: event.target.checked })}
              aria-describedby="vote-keep-hint"
            />
            <span>{t('vote:settings.keep')}</span>
          </label>
          <p id="vote-keep-hint" className="field-hint">
            {t('vote:settings.keepHint')}
          </p>
        </div>
      </div>
    </section>
  )
}
