import type { Vote } from '@core/model/vote'
import { LIMITS } from '@core/model/limits'
import { isDraft } from '@core/rules/frozen'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { Segmented } from '../../shared/look/segmented'
import { Dialog, DialogActions } from '../app/dialog'
import { ProblemNote } from '../outcomes/problem-note'
import { ExportState } from '../report/export-state'
import { AgainFields } from './again-fields'
import { LangCounts } from './lang-counts'
import { PrintFrame } from './print-frame'
import { PER_PAGE, seriesOf } from './print-plan'
import { lastOf, SeriesList } from './series-list'
import type { BallotPrint } from './use-ballot-print'
import { useBallotPrint } from './use-ballot-print'
import './print.css'

/** Words would be cut off with as many as were chosen: fewer stand on a page, and that is said. */
const FitNote = ({ print }: { readonly print: BallotPrint }) => {
  const t = useT()
  const { facts, perPage } = print
  if (facts?.perPage == null) return null
  const fewer = facts.perPage < perPage
  const real = print.reserved !== null || print.again !== null
  return (
    <div role="status">
      {fewer ? (
        <p className="notice notice-warn">{t('paper:print.fewer', { count: facts.perPage, wanted: perPage })}</p>
      ) : null}
      {real && facts.pages !== null ? <p>{t('paper:print.pages', { count: facts.pages })}</p> : null}
    </div>
  )
}

const NewFields = ({ vote, print }: { readonly vote: Vote; readonly print: BallotPrint }) => {
  const t = useT()
  return (
    <>
      <LangCounts counts={print.counts} onChange={print.setCounts} />
      {isDraft(vote) ? <p className="quiet">{t('paper:print.fixes')}</p> : null}
      <SeriesList
        series={seriesOf(vote)}
        onAgain={(of) => print.setAgain({ of, first: of.first, last: lastOf(of), lang: 'en' })}
      />
    </>
  )
}

const Fields = ({ vote, print }: { readonly vote: Vote; readonly print: BallotPrint }) => {
  const t = useT()
  const { again, reserved } = print
  if (again !== null) return <AgainFields again={again} onChange={print.setAgain} />
  if (reserved === null) return <NewFields vote={vote} print={print} />
  return (
    <p className="notice notice-ok">
      {t('paper:print.reserved', { first: reserved.first, last: lastOf(reserved), count: reserved.count })}
    </p>
  )
}

const Choices = ({ vote, print }: { readonly vote: Vote; readonly print: BallotPrint }) => {
  const t = useT()
  const isNew = print.again === null && print.reserved === null
  return (
    <div className="paper-choices">
      <Fields vote={vote} print={print} />
      {isNew ? null : (
        <Button size="small" kind="quiet" className="paper-anew" onClick={print.startAnew}>
          {t('paper:print.anew')}
        </Button>
      )}
      <div className="field">
        <span className="paper-label">{t('paper:print.perPage')}</span>
        <Segmented
          name={t('paper:print.perPage')}
          value={String(print.perPage)}
          onChange={(value) => print.setPerPage(PER_PAGE.find((count) => String(count) === value) ?? 4)}
          segments={PER_PAGE.map((count) => ({ value: String(count), label: count }))}
        />
      </div>
      <FitNote print={print} />
      <ProblemNote failure={print.failure} />
      <ExportState job={print.job} />
      <p className="quiet">{t('paper:print.codes')}</p>
    </div>
  )
}

const useObstacle = (print: BallotPrint): string | undefined => {
  const t = useT()
  if (print.busy) return t('common:loading')
  if (print.reserved !== null || print.again !== null) {
    return print.finished.url === null ? t('common:loading') : undefined
  }
  if (print.total === 0) return t('paper:print.none')
  return print.total > LIMITS.slips ? t('paper:print.tooMany', { count: LIMITS.slips }) : undefined
}

/** Slips for a vote: how many in which language, how they will look; then to the printer or into a file. */
export const PrintBallots = ({ vote, onClose }: { readonly vote: Vote; readonly onClose: () => void }) => {
  const t = useT()
  const print = useBallotPrint(vote)
  const obstacle = useObstacle(print)
  const isNew = print.again === null && print.reserved === null
  return (
    <Dialog title={t('paper:print.title')} onClose={onClose} wide>
      <div className="paper-print">
        <Choices vote={vote} print={print} />
        <PrintFrame finished={print.finished} frame={print.frame} onFacts={print.onFacts} />
      </div>
      <DialogActions>
        <Button onClick={onClose}>{t('common:close')}</Button>
        <Button unavailable={obstacle} onClick={() => void print.run('save')}>
          {t('paper:print.save')}
        </Button>
        <Button kind="primary" unavailable={obstacle} onClick={() => void print.run('print')}>
          {isNew ? t('paper:print.printNew', { count: print.total }) : t('paper:print.print')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
