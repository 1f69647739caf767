import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '@core/protocol/failures'
import type { HomeView } from '@core/protocol/views'
import { useClient, useRequest, useStatus } from '../../shared/replica/react'

type Home = { readonly view: HomeView | null; readonly failure: Failure | null; readonly reload: () => void }

/** What the home page lists; asked anew when the host says that files changed. */
export const useHome = (): Home => {
  const client = useClient()
  const request = useRequest()
  const online = useStatus() === 'online'
  const [view, setView] = useState<HomeView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const reload = useCallback(() => {
    void request('home.view', {}).then((result) => {
      if (result.ok) setView(result.value)
      setFailure(result.ok ? null : result.error)
    })
  }, [request])
  useEffect(() => {
    if (online) reload()
  }, [online, reload])
  useEffect(() => client.on('home.changed', reload), [client, reload])
  return { view, failure, reload }
}
