import { IconDeviceTablet, IconPencil } from '@tabler/icons-react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { runAction } from '../app/actions'
import { useClosed } from './use-closed'

/** For whoever has no phone, or does not want to use one. */
export const OtherWays = () => {
  const t = useT()
  const closed = useClosed()
  if (closed) return null
  return (
    <section className="people-section" aria-labelledby="ways-title">
      <h2 id="ways-title">{t('people:ways.title')}</h2>
      <p className="quiet small">{t('people:ways.lead')}</p>
      <ul className="ways">
        <li>
          <Button
            icon={<IconDeviceTablet size={18} stroke={1.75} aria-hidden="true" />}
            onClick={() => void runAction('room.tablet')}
          >
            {t('people:ways.tablet')}
          </Button>
          <span className="small quiet">{t('people:ways.tabletText')}</span>
        </li>
        <li>
          <Button
            icon={<IconPencil size={18} stroke={1.75} aria-hidden="true" />}
            onClick={() => void runAction('card.writeDown')}
          >
            {t('people:ways.writeDown')}
          </Button>
          <span className="small quiet">{t('people:ways.writeDownText')}</span>
        </li>
      </ul>
    </section>
  )
}
