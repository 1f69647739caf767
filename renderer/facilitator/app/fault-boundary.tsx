import { IconBug } from '@tabler/icons-react'
import { Component } from 'react'
import type { ReactNode } from 'react'
import { useT } from '../../shared/i18n/use-t'
import { Button } from '../../shared/look/button'
import { ErrorSheet } from '../../shared/look/error-sheet'

const Fault = ({ onAgain }: { readonly onAgain: () => void }) => {
  const t = useT()
  return (
    <div className="fault">
      <ErrorSheet
        title={t('shell:fault.title')}
        icon={<IconBug size={28} stroke={1.5} />}
        happened={{ term: t('shell:error.happened'), words: t('shell:fault.what') }}
        safe={{ term: t('shell:error.safe'), words: t('shell:fault.safe') }}
        todo={{ term: t('shell:error.todo'), words: t('shell:fault.do') }}
        actions={
          <>
            <Button kind="primary" onClick={onAgain}>
              {t('common:tryAgain')}
            </Button>
            <Button onClick={() => window.location.reload()}>{t('shell:fault.reload')}</Button>
          </>
        }
      />
    </div>
  )
}

interface BoundaryProps {
  readonly children: ReactNode
}

/** A fault of this program in one part of the page must not take the rest away: rail, timer and saving go on. */
export class FaultBoundary extends Component<BoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Fault onAgain={() => this.setState({ failed: false })} /> : this.props.children
  }
}
