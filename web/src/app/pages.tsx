import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { Programmes } from "../pages/Programmes";

type Page = ComponentType<Record<string, string>>;
type Screen = { path: string; page: Page | LazyExoticComponent<Page>; bare?: boolean };

// One line per screen; the values of the address are its properties. `bare` screens stand without rail and top bar.
export const screens: Screen[] = [
  { path: "/programmes", page: Programmes as Page },
];

void lazy;
