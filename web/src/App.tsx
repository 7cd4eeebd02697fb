import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { ApiError, whenSignedOut } from "./api/client";
import { screens } from "./app/pages";
import { matches, navigate, usePath } from "./app/router";
import { homeOf } from "./app/ways";
import { Failed } from "./components/Failed";
import { Frame } from "./components/Frame";
import { Notices } from "./components/Notices";
import { useSession } from "./hooks/session";
import { NotFound } from "./pages/NotFound";
import { NotForYou } from "./pages/NotForYou";
import { SignIn } from "./pages/SignIn";
import { useLanguage } from "./text/t";

const InvitationPage = lazy(async () => ({ default: (await import("./pages/InvitationPage")).InvitationPage }));
const FirstSteps = lazy(async () => ({ default: (await import("./pages/FirstSteps")).FirstSteps }));

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Only what may pass by itself is tried again.
      retry: (count, error) => count < 2 && error instanceof ApiError && (error.status === 0 || error.status === 503),
    },
  },
});

function Screen() {
  const path = usePath();
  const session = useSession();
  const cache = useQueryClient();
  const language = useLanguage();
  useEffect(() => whenSignedOut(() => cache.setQueryData(["session"], null)), [cache]);
  const home = session.data ? homeOf(session.data.rights) : "/programmes";
  useEffect(() => void (path === "/" && home && session.data !== undefined && navigate(home, { replace: true })), [path, home, session.data]);
  const screen = useMemo(() => {
    for (const candidate of screens) {
      const values = matches(candidate.path, path);
      if (values) return { ...candidate, values };
    }
    return null;
  }, [path]);

  if (session.error) return <Failed error={session.error} again={() => void session.refetch()} />;
  if (session.data === undefined || (path === "/" && home)) return null;
  if (path === "/invitation") return <Suspense fallback={null}><InvitationPage /></Suspense>;
  if (session.data === null) return <SignIn />;
  if (session.data.pending) return <Suspense fallback={null}><FirstSteps session={session.data} /></Suspense>;
  const isAllowed = screen ? session.data.rights.includes(screen.right) : path !== "/";
  if (!isAllowed) return <Frame session={session.data}><NotForYou home={home} /></Frame>;
  const page = screen ? (
    <Suspense fallback={null}>
      <screen.page key={`${language} ${path}`} {...screen.values} />
    </Suspense>
  ) : (
    <NotFound />
  );
  return screen?.bare ? page : <Frame session={session.data}>{page}</Frame>;
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Screen />
      <Notices />
    </QueryClientProvider>
  );
}
