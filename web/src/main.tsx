import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { keptLanguage, setLanguage } from "./text/t";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/sign-in.css";
import "./styles/programmes.css";
import "./styles/programme.css";
import "./styles/print.css";

const root = document.getElementById("root");
if (!root) throw new Error("no #root");

const draw = () =>
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );

void setLanguage(keptLanguage()).finally(draw);
