@rem Not run by us so far: nobody among us has Windows. A test holds it to the Makefile.
@rem The Makefile's commands: "make run", "make test" and so on (in PowerShell: .\make run); what comes after is passed on.
@echo off
setlocal
cd /d "%~dp0"
if "%~1"=="run" goto run
if "%~1"=="test" goto test
if "%~1"=="stage" goto stage
if "%~1"=="soak" goto soak
if "%~1"=="fuzz" goto fuzz
if "%~1"=="bench" goto bench
if "%~1"=="translations" goto translations
if "%~1"=="clean" goto clean
echo make run          open the window
echo make test         check everything: style, types, layers, tests, the wheel
echo make stage        walk every cue of the lectures in every size and theme: what can be read from the back row
echo make soak         an hour of keys, clicks and files at random; --minutes 5 for less
echo make fuzz         open 100,000 bad files of every kind; --count 1000 for fewer
echo make bench        measure speed, one script of tests\benchmarks after the other
echo make translations bring the files of translations up to date with the code
echo make clean        remove .venv, builds and caches
exit /b 2

:run
call :install run "." || exit /b 1
.venv\Scripts\nnviz %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:test
call :install test ".[dev]" || exit /b 1
.venv\Scripts\ruff check || exit /b 1
.venv\Scripts\ruff format --check || exit /b 1
.venv\Scripts\mypy || exit /b 1
.venv\Scripts\lint-imports || exit /b 1
.venv\Scripts\python -m pytest --numprocesses auto --dist worksteal %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:stage
call :install test ".[dev]" || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\python -m tests.ui.walk.stage %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:soak
call :install test ".[dev]" || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\python -m tests.soak %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:fuzz
call :install test ".[dev]" || exit /b 1
set QT_QPA_PLATFORM=offscreen
.venv\Scripts\python -m tests.fuzz %2 %3 %4 %5 %6 %7 %8 %9
exit /b %errorlevel%

:bench
call :install test ".[dev]" || exit /b 1
for %%s in (tests\benchmarks\*.py) do .venv\Scripts\python -m tests.benchmarks.%%~ns %2 %3 %4 %5 %6 %7 %8 %9 || exit /b 1
exit /b 0

:translations
call :install test ".[dev]" || exit /b 1
.venv\Scripts\python -m tests.translations.texts
exit /b %errorlevel%

:clean
for %%d in (.venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache) do if exist %%d rmdir /s /q %%d
for /d /r %%d in (__pycache__) do if exist "%%d" rmdir /s /q "%%d"
exit /b 0

rem install STAMP WHAT: nothing to do where the stamp is a copy of the pins as they are now.
:install
if not exist .venv\Scripts\python.exe (py -3 -m venv .venv || exit /b 1)
copy /y /b pyproject.toml+constraints.txt .venv\pins >nul
fc /b .venv\pins .venv\%1.stamp >nul 2>&1 && exit /b 0
.venv\Scripts\python -m pip install --quiet --constraint constraints.txt --editable %2 || exit /b 1
copy /y .venv\pins .venv\%1.stamp >nul
exit /b 0
